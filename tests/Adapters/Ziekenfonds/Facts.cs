using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ziekenfonds.Tests;

internal static class Facts
{
    public static T The<T>(this Normalised normalised)
        where T : Fact
    {
        normalised.Rejections.ShouldBeEmpty();
        return normalised.Facts.Select(fact => fact.Fact).OfType<T>().ShouldHaveSingleItem();
    }

    public static string[] Keys(this Normalised normalised)
    {
        normalised.Rejections.ShouldBeEmpty();
        return [.. normalised.Facts.Select(fact => fact.Key)];
    }

    public static DateTimeOffset Day(int year, int month, int day) => BelgianTime.StartOf(new DateOnly(year, month, day));
}
