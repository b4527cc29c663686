"""New content: what an editor is asked, and the files that come of the answers."""
