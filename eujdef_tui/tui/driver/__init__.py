"""The terminal driver: Textual draws frames, and the terminal is sent only the cells that changed.

    App(driver_class=driver.DiffDriver)

| module | what it does |
| --- | --- |
| uncertain_width | characters whose width terminals disagree on |
| cluster_cuts | lines are cut between characters with their marks, never inside one |
| sgr | how one cell is drawn (SGR attributes and colours) and the shortest change between two styles |
| screen_buffer | Textual's frames become a grid of cells |
| diff_renderer, scroll_region | the shortest bytes from the grid the terminal shows to the next one |
| input_parser | bytes from the keyboard become keys, pastes and mouse events |
| tty | the terminal's modes and line settings, taken over and restored |
| throttle | how soon the next frame may follow on a slow link |
| driver | joins these to Textual's event loop |

Only `tty` works without textual: the command line asks it whether there is a terminal at all.

Textual is pinned to 8.2, since these parts of it are not public, or not documented:

- what `App._display` writes: a frame begins with CUP and ends with the cursor's position; everything else
  (`App.bell`, `copy_to_clipboard`, `_set_pointer_shape`) is a write of its own
- `Driver`: `_app`, `_loop`, `process_message`, `SignalResume`, and that
  `suspend_application_mode` is `stop_application_mode` then `close`
- `App._exception` and `App._exit_renderables`, which `App._shutdown` prints after `Driver.close`
- `ANSI_SEQUENCES_KEYS`; `XTermParser._sequence_to_key_events` and `parse_mouse_code`
"""
