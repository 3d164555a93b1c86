#!/bin/bash
cat <<EOF > shop.conf
DB_PASSWORD=$DB_PASSWORD
EOF
cat <<'EOF'
export DB_PASSWORD=$DB_PASSWORD
EOF
cat <<EOF
the password is ${DB_PASSWORD:+set}, and ${#DB_PASSWORD} characters long
write \$DB_PASSWORD where it is asked for
EOF
cat <<EOF | kubectl apply -f -
stringData: { password: "$DB_PASSWORD" }
EOF
usage() {
  cat <<EOF
deploy with $DB_PASSWORD
EOF
}
