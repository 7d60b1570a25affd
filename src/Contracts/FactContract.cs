using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IntegrationHub.Contracts;

/// <summary>
/// The contracts of facts by their wire names. A wire name is the record's name in kebab-case (<c>employment-ended</c>); its CloudEvents <c>type</c> is
/// <c>be.integrationhub.employment-ended.v1</c>. Names never change; a contract grows by adding optional fields.
/// </summary>
public static class FactContract
{
    private static readonly Dictionary<string, Type> ByName = new Type[]
    {
        typeof(PersonChanged), typeof(HouseholdChanged), typeof(InsuranceMembershipChanged), typeof(EmploymentStarted), typeof(EmploymentEnded),
        typeof(BenefitGranted), typeof(BenefitSuspended), typeof(BenefitEnded), typeof(HospitalAdmitted), typeof(HospitalDischarged),
        typeof(SupportFileOpened), typeof(SupportFileClosed), typeof(EvictionClaimed), typeof(BankruptcyDeclared), typeof(CircumstanceReported),
        typeof(FactWithdrawn), typeof(CitizenIdentityReplaced),
    }.ToDictionary(type => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name));

    private static readonly Dictionary<Type, string> ByType = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every wire name, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The wire name of a fact's contract.</summary>
    /// <exception cref="ArgumentException">The type is not a contract of a fact.</exception>
    public static string NameOf(Type type) =>
        ByType.TryGetValue(type, out var name) ? name : throw new ArgumentException($"{type.Name} is not a contract of a fact.", nameof(type));

    /// <summary>The wire name of <typeparamref name="T"/>.</summary>
    /// <typeparam name="T">A contract of a fact.</typeparam>
    public static string NameOf<T>()
        where T : Fact => NameOf(typeof(T));

    /// <summary>The CloudEvents <c>type</c> of a wire name: <c>be.integrationhub.&lt;contract&gt;.v1</c>.</summary>
    public static string EventTypeOf(string name) => $"be.integrationhub.{name}.v1";

    /// <summary>Writes a fact as the JSON object that crosses the bus (camelCase, UTF-8, nulls left out).</summary>
    public static byte[] Serialize(Fact fact) => JsonSerializer.SerializeToUtf8Bytes(fact, TypeInfo(fact.GetType()));

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <exception cref="ArgumentException">No contract has that name.</exception>
    /// <exception cref="JsonException">The JSON does not have the contract's shape.</exception>
    public static Fact Deserialize(string name, ReadOnlySpan<byte> json)
    {
        if (!ByName.TryGetValue(name, out var type))
            throw new ArgumentException($"No contract is named '{name}'.", nameof(name));
        return (Fact?)JsonSerializer.Deserialize(json, TypeInfo(type)) ?? throw new JsonException($"Expected a {name}, got null.");
    }

    private static JsonTypeInfo TypeInfo(Type type) =>
        ContractsJson.Default.GetTypeInfo(type) ?? throw new ArgumentException($"{type.Name} is not a contract of a fact.", nameof(type));
}
