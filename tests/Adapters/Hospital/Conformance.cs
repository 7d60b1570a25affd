using IntegrationHub.Adapters.Conformance;
using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Adapters.Hospital.Tests.Support;

namespace IntegrationHub.Adapters.Hospital.Tests;

public sealed class HospitalPlugin() : PluginConformance("src/Adapters/Hospital");

public sealed class HospitalTestCases() : NormaliserConformance("src/Adapters/Hospital");

public sealed class HospitalOverMllp() : PushConformance("src/Adapters/Hospital")
{
    protected override Task<FakeSender> StartSenderAsync() => Task.FromResult<FakeSender>(new MllpHospital());
}
