#!/bin/bash
function Write-PipelineSetVariable {
  echo "##vso[task.setvariable variable=API_TOKEN;isSecret=$secret;isOutput=true]$API_TOKEN"
}
