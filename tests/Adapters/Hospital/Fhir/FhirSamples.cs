namespace IntegrationHub.Adapters.Hospital.Tests.Fhir;

/// <summary>Small resources, written for these tests.</summary>
internal static class FhirSamples
{
    public const string Ssin = "https://www.ehealth.fgov.be/standards/fhir/core/NamingSystem/ssin";

    /// <summary>A patient and her finished stay, in XML.</summary>
    public static readonly string BundleXml = $"""
        <?xml version="1.0" encoding="utf-8"?>
        <Bundle xmlns="http://hl7.org/fhir">
          <type value="collection"/>
          <entry><fullUrl value="https://az.example/fhir/Patient/p1"/><resource><Patient><id value="p1"/>
            <identifier><system value="{Ssin}"/><value value="{Support.Adt.Citizen}"/></identifier>
            <name><family value="Vermeulen"/><given value="Godelieve"/><given value="Anna"/></name>
          </Patient></resource></entry>
          <entry><fullUrl value="https://az.example/fhir/Encounter/e1"/><resource>{EncounterXml("Patient/p1")}</resource></entry>
          <entry><resource><Observation><status value="final"/></Observation></resource></entry>
        </Bundle>
        """;

    public static string EncounterXml(string reference, string contained = "") => $"""
        <Encounter xmlns="http://hl7.org/fhir"><id value="e1"/><meta><versionId value="3"/></meta>{contained}
          <status value="finished"/><class><system value="http://terminology.hl7.org/CodeSystem/v3-ActCode"/><code value="IMP"/></class>
          <subject><reference value="{reference}"/></subject>
          <period><start value="2026-11-02T08:40:00+01:00"/><end value="2026-11-19"/></period>
          <hospitalization><dischargeDisposition><coding><code value="other-hcf"/></coding></dischargeDisposition></hospitalization>
        </Encounter>
        """;

    /// <summary>An Encounter in JSON whose subject carries the INSZ; <paramref name="more"/> goes before the rest and wins nothing over it.</summary>
    public static string Encounter(string status, string id = "\"id\":\"e1\",", string period = """{"start":"2026-11-02T08:40:00+01:00","end":"2026-11-19T14:00:00+01:00"}""", string more = "", string insz = Support.Adt.Citizen, string cls = """{"code":"IMP"}""") => $$$$"""
        {"resourceType":"Encounter",{{{{id}}}}{{{{more}}}}"status":"{{{{status}}}}","class":{{{{cls}}}},"period":{{{{period}}}},
         "subject":{"identifier":{"system":"{{{{Ssin}}}}","value":"{{{{insz}}}}"}}}
        """;
}
