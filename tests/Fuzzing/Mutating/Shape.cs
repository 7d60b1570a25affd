namespace IntegrationHub.Fuzzing.Tests.Mutating;

/// <summary>What an input is, as far as it helps to spoil it well.</summary>
internal enum Shape
{
    Text,
    Json,
    Xml,
    Yaml,
    Hl7,
    Workbook,
}
