"""Hold a draft, speech or note against the base: a sentence is supported, differs, has no source, or says nothing."""
