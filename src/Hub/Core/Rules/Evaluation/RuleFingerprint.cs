using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IntegrationHub.Core.Rules.Evaluation;

/// <summary>Tells one text of a rule from another, wherever it was read.</summary>
internal static class RuleFingerprint
{
    public static string Of(Rule rule) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(rule with { File = "" })))[..6]);
}
