"""The generated parts of the documentation: rule pages, outputs of commands, the picture in the README."""
