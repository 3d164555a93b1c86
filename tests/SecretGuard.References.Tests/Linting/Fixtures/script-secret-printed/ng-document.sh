cat <<EOF
login: shop
password: $DB_PASSWORD
EOF
