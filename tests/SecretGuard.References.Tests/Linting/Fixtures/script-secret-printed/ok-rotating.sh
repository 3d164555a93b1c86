#!/bin/sh
# Names, which 'secretguard rotate' tells the programs that it runs.
echo "rotating $SECRETGUARD_SECRET in $SECRETGUARD_STORE as $SECRETGUARD_NAME"
