using System.Text.Json.Serialization;

namespace IntegrationHub.Contracts;

/// <summary>Where a discharged citizen went, as far as it matters to who should help. After the FHIR value set discharge-disposition and HL7 v2 table 0112.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DischargeDisposition>))]
public enum DischargeDisposition
{
    /// <summary>Home (FHIR <c>home</c>; 0112 <c>01</c>, <c>06</c>).</summary>
    Home,

    /// <summary>Another hospital (FHIR <c>other-hcf</c>; 0112 <c>02</c>, <c>05</c>).</summary>
    OtherHospital,

    /// <summary>A care home, rehabilitation or hospice (FHIR <c>long</c>, <c>snf</c>, <c>rehab</c>, <c>hosp</c>; 0112 <c>03</c>, <c>04</c>).</summary>
    CareFacility,

    /// <summary>A psychiatric hospital (FHIR <c>psy</c>).</summary>
    Psychiatry,

    /// <summary>Left against advice (FHIR <c>aadvice</c>; 0112 <c>07</c>).</summary>
    AgainstAdvice,

    /// <summary>Died (FHIR <c>exp</c>; 0112 <c>20</c> and <c>40</c>-<c>42</c>).</summary>
    Died,

    /// <summary>A code that is none of these.</summary>
    Other,
}
