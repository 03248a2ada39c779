"""Promise: Textual draws, and the terminal is sent only the cells that changed.

    App(driver_class=driver.WireDriver)

`pen` knows how a cell is drawn, `grid` which cells a frame makes, `paint` and `scroll` how to get from one
grid to another, `keyboard` what bytes mean, `terminal` how to come and go, `pace` when, and `driver` joins
them to Textual. `terminal` alone is asked without textual: whether there is one.

Textual is pinned to 8.2, since these parts of it are not public, or not documented:

- what `App._display` writes: a frame begins with CUP and ends with the cursor's place; anything else
  (`App.bell`, `copy_to_clipboard`, `_set_pointer_shape`) is a write of its own
- `Driver`: `_app`, `_loop`, `process_message`, `SignalResume`, and that
  `suspend_application_mode` is `stop_application_mode` then `close`
- `App._exception` and `App._exit_renderables`, which `App._shutdown` prints after `Driver.close`
- `ANSI_SEQUENCES_KEYS`; `XTermParser._sequence_to_key_events` and `parse_mouse_code`
"""
