"""Stories for the bureau's WeChat account, in what its editor keeps."""
