#!/bin/sh
set -eu
echo "${SECRET_NAME_PREFIX:-shop}" "${RESOURCE_NAME_PREFIX:-shop-}"
