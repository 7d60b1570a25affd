using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace IntegrationHub.Adapters.Sdk;

/// <summary>Reads records that are JSON.</summary>
public static class RecordJson
{
    /// <summary>Reads a record whose bytes are one JSON value, with the names of its properties in camelCase (capitals do not matter), other properties ignored.</summary>
    /// <typeparam name="T">What it should hold.</typeparam>
    /// <param name="record">The record.</param>
    /// <param name="value">What it holds, when it can be read.</param>
    /// <returns>False when it is no JSON, is <c>null</c>, or has a value of another kind than <typeparamref name="T"/> says. What was wrong is not told: it may be personal.</returns>
    public static bool TryReadJson<T>(this SourceRecord record, [NotNullWhen(true)] out T? value)
    {
        try
        {
            value = JsonSerializer.Deserialize<T>(record.Raw.Span, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            value = default;
        }

        return value is not null;
    }
}
