using IntegrationHub.EndToEnd.Tests.Support;

[assembly: AssemblyFixture(typeof(Production))]

// They measure, and each wants the machine for itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
