"""What builds the files we commit: the example workbooks and the generated parts of the documentation."""
