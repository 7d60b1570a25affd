using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Hl7;

/// <summary>What came in.</summary>
/// <param name="Message">The message, to answer it; null when it is not HL7.</param>
/// <param name="Record">What goes to the intake; null when there is nothing in it for us.</param>
internal sealed record Hl7Received(Hl7Message? Message, SourceRecord? Record);
