apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${NAME}
