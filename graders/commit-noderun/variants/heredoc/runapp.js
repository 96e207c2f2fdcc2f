// written by the script
