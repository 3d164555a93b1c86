#!/bin/sh
vault kv put -mount=secret grafana-admin password=@-
