using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ocmw.Tests;

internal static class Facts
{
    public static T The<T>(this Normalised normalised)
        where T : Fact
    {
        normalised.Rejections.ShouldBeEmpty();
        return normalised.Facts.Select(fact => fact.Fact).OfType<T>().ShouldHaveSingleItem();
    }

    public static string[] Keys(this Normalised normalised) => [.. normalised.Facts.Select(fact => fact.Key)];

    /// <summary>Everything a normaliser said, as text that can be compared.</summary>
    public static string Flat(this Normalised normalised) => string.Join('\n', [
        .. normalised.Rejections.Select(rejection => rejection.ToString()),
        .. normalised.Facts.Select(fact => string.Join('|', fact.Key, fact.Citizen.Digits, System.Text.Encoding.UTF8.GetString(FactContract.Serialize(fact.Fact)),
            fact.Person?.FamilyName, fact.Person?.GivenNames, fact.Person?.Street, fact.Person?.Locality, fact.Person?.Telephone, fact.Person?.Email, fact.Person?.Remark)),
    ]);

    public static DateTimeOffset Day(int year, int month, int day) => BelgianTime.StartOf(new DateOnly(year, month, day));
}
