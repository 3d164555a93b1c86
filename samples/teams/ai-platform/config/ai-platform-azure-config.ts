export const aiPlatformAzureConfig = {
  name: 'ai-platform-engineering',
  namespace: 'ai-platform-engineering',
  chart: {
    type: 'AiPlatformEngineeringChart',
    secretStore: process.env.AI_PLATFORM_SECRET_STORE ?? 'azure-keyvault-store',
  },
};
