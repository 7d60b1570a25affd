using IntegrationHub.Adapters.Hospital.Tests.Support;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Hospital.Tests;

public class OptionsTests
{
    private static ServiceProvider Registered(string json)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new InstanceContext("az", "/", 1000)).AddSingleton<ISecrets>(new FixedSecrets { ["env:TEXT"] = "hunter2" });
        new HospitalAdapter().Register(services, new ConfigurationBuilder().AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))).Build());
        return services.BuildServiceProvider();
    }

    [Fact]
    public void Everything_wrong_is_reported_at_once()
    {
        using var services = Registered("""
            { "mllp": { "address": "everywhere", "port": 0, "maxConnections": 0, "maxPerAddress": 0, "idleTimeout": "00:00:00", "allowFrom": ["::1", "10.0.0.0/8", "gent.be"], "tls": { "certificate": "env:TEXT", "key": "env:TEXT", "clients": ["AA:BB"] } }, "insz": { "from": ["PID-19", "pid3"], "fhirSystem": "" },
              "visitFrom": ["PV1"], "charset": "EBCDIC", "dispositions": { "T": "Thuis" }, "patientClasses": { "H": "INP" } }
            """);
        var failures = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<HospitalOptions>>().Value).Failures;
        failures.ShouldBe([
            "mllp.address: 'everywhere' is not an IP address; put 127.0.0.1 there, or the address of this machine that the hospital reaches.",
            "mllp.port: put a TCP port of 1 to 65535 there, found 0.",
            "mllp.maxConnections: put 1 to 1024 there, found 0.",
            "mllp.maxPerAddress: put 1 to 1024 there, found 0.",
            "mllp.allowFrom[2]: 'gent.be' is no address and no network; put one like 10.1.2.3 or 10.1.2.0/24 there.",
            "mllp.tls.clientCa: goes with clients; put a reference to the authority there that issued these certificates.",
            "mllp.tls.clients[0]: expected a SHA-256 fingerprint, 64 hexadecimal digits with or without colons, as openssl x509 -noout -fingerprint -sha256 shows it.",
            "mllp.tls: what is behind 'certificate' and 'key' is not PEM, or the key is not that of the certificate.",
            "mllp.idleTimeout: put a time of 1 second (00:00:01) to 7 days (7.00:00:00) there, found 00:00:00.",
            "insz.from[1]: 'pid3' is not a field of HL7 v2; put one like PID-19 there, or PID-3:NNBEL for the identifier of that type.",
            "visitFrom[0]: 'PV1' is not a field of HL7 v2; put one like PID-19 there, or PID-3:NNBEL for the identifier of that type.",
            "insz.fhirSystem: put the identifier system of the INSZ there, or leave it out.",
            "charset: 'EBCDIC' is not known; put ASCII, 8859/1 to 8859/9, 8859/15, WINDOWS-1252 or UNICODE UTF-8 there.",
            "dispositions.T: 'Thuis' is not a disposition; put one of Home, OtherHospital, CareFacility, Psychiatry, AgainstAdvice, Died, Other there.",
            "patientClasses.H: 'INP' is not an ActCode that the hub knows; put one of IMP, AMB, EMER, PRENC, OBSENC, SS, HH, FLD, VR there.",
        ]);
    }

    [Fact]
    public void An_authority_alone_is_refused_since_it_issues_to_others_too()
    {
        using var services = Registered("""{ "mllp": { "port": 2575, "tls": { "certificate": "env:TEXT", "key": "env:TEXT", "clientCa": "env:TEXT" } } }""");
        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<HospitalOptions>>().Value).Failures.ShouldContain(
            "mllp.tls.clients: put the SHA-256 fingerprints of the certificates of this hospital's senders there; that of clientCa issues to others too.");
    }

    [Fact]
    public void Without_mllp_nothing_listens_and_posting_works()
    {
        using var services = Registered("{}");
        services.GetService<IPushSource>().ShouldBeNull();
        services.GetRequiredService<IPayloadReader>().ContentTypes.ShouldContain("application/fhir+json");
        services.GetRequiredService<IRecordNormaliser>().ShouldNotBeNull();
    }

    [Fact]
    public void With_mllp_it_listens_on_loopback_unless_told_otherwise()
    {
        using var services = Registered("""{ "mllp": { "port": 2575 } }""");
        services.GetRequiredService<IPushSource>().ShouldNotBeNull();
        services.GetRequiredService<IOptions<HospitalOptions>>().Value.Mllp!.Address.ShouldBe("127.0.0.1");
    }
}
