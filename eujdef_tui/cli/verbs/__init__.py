"""One module for each verb of `eujdef`; its `run` takes the parsed options and returns an exit code."""
