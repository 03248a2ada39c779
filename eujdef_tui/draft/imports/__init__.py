"""Records of other tools become candidates for drafts: a module for each form, the same candidates from each."""
