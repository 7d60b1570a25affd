using IntegrationHub.Host.Commands;

return await HubCommandLine.RunAsync(args);
