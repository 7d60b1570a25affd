using System.Text.Json;

namespace IntegrationHub.Contracts;

/// <summary>
/// The contracts of what the hub tells of its own work, by their wire names: kebab-case as those of facts (<see cref="FactContract"/>), with the same form of CloudEvents <c>type</c>.
/// </summary>
public static class EventContract
{
    private static readonly Dictionary<string, Type> ByName = new[]
    {
        typeof(ScharniermomentDetected), typeof(ScharniermomentWithdrawn), typeof(SignalIssued), typeof(SignalUpdated), typeof(SignalWithdrawn), typeof(SignalRefused), typeof(SignalDelivered), typeof(SignalAnswered),
    }.ToDictionary(type => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name));

    private static readonly Dictionary<Type, string> ByType = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every wire name, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The wire name of an event's contract.</summary>
    /// <exception cref="ArgumentException">The type is not a contract of an event.</exception>
    public static string NameOf(Type type) =>
        ByType.TryGetValue(type, out var name) ? name : throw new ArgumentException($"{type.Name} is not a contract of an event.", nameof(type));

    /// <summary>Writes an event as the JSON object that crosses the bus (camelCase, UTF-8, nulls left out).</summary>
    /// <exception cref="ArgumentException">The type is not a contract of an event.</exception>
    public static byte[] Serialize(object happened) => ByType.ContainsKey(happened.GetType())
        ? JsonSerializer.SerializeToUtf8Bytes(happened, ContractsJson.Default.GetTypeInfo(happened.GetType())!)
        : throw new ArgumentException($"{happened.GetType().Name} is not a contract of an event.", nameof(happened));
}
