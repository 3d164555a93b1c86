#!/bin/sh
vault audit enable file file_path=stdout
