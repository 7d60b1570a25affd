using System.Text.Json.Nodes;
using IntegrationHub.Plugins.Checking;

namespace IntegrationHub.Adapters.Conformance.Tests;

/// <summary>What the plugin Letters reads.</summary>
static class LetterTexts
{
    public static string[] Lines { get; } =
    [
        "A1;85673003360;De Smedt;2026-11-16",
        "A2;85673003360;De Smedt;2026-11-17",
        $"A3;{MarkedCitizen.Insz.Digits};{MarkedCitizen.FamilyName};2026-11-18",
        "A4;85673003360;De Smedt;soon",
        "A5;85673003360;De Smedt;2026-11-19",
    ];

    public static string[] Ids { get; } = [.. Lines.Select(line => line.Split(';')[0])];

    public static JsonObject Options(string fault) => new() { ["fault"] = fault, ["pageSize"] = 2 };
}
