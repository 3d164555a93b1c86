import { aiPlatformAzureConfig } from './ai-platform-azure-config';

export const applications = [
  // On a laptop, with the local Vault:
  // {
  //   name: 'ai-platform-engineering',
  //   namespace: 'ai-platform-engineering',
  //   chart: {
  //     type: 'AiPlatformEngineeringChart'
  //   }
  // },
  aiPlatformAzureConfig,
];
