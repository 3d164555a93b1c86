@secure()
param adminPassword string = 'changeme'
param location string = 'westeurope'
