for (const name of services) {
  new k8s.core.v1.ServiceAccount(name, { metadata: { name, namespace: "shop" } });
}
