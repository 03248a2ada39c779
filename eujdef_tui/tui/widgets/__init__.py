"""The widgets of the main screen: list, detail pane, article reader, search line and bars."""
