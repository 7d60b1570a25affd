using System.Reflection;
using System.Runtime.CompilerServices;
using IntegrationHub.Contracts;

namespace IntegrationHub.Architecture.Tests.AsyncApi;

/// <summary>The contracts that a source can bring, as the table in the README of the contracts.</summary>
internal static class ContractTable
{
    /// <summary>What the intake makes; no source brings it.</summary>
    private static readonly string[] OfTheIntake = [FactContract.NameOf<FactWithdrawn>()];

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Build() => string.Concat(
        FactContract.Names.Except(OfTheIntake).Select(TypeOf)
            .Select(type => $"| `{FactContract.NameOf(type)}` | `{type.Name}` | {ContractSchemas.SummaryOf(type)} | {string.Join(", ", type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(IsField).Select(Field))} |\n")
            .Prepend("|---|---|---|---|\n").Prepend("| Wire name | .NET | What, and what `OccurredAt` is | Own fields (**required**) |\n"));

    private static Type TypeOf(string name) => typeof(Fact).Assembly.GetExportedTypes().Single(type => type.IsSubclassOf(typeof(Fact)) && FactContract.NameOf(type) == name);

    private static bool IsField(PropertyInfo property) => property.Name != "EqualityContract" && property.CanWrite;

    private static string Field(PropertyInfo property)
    {
        var name = $"`{property.Name}`";
        var type = PublicSurface.NameOf(property.PropertyType).Replace("String", "string", StringComparison.Ordinal).Replace("Boolean", "bool", StringComparison.Ordinal).Replace("Int32", "int", StringComparison.Ordinal);
        var unknown = !property.PropertyType.IsValueType && Nullability.Create(property).ReadState == NullabilityState.Nullable ? "?" : "";
        return property.IsDefined(typeof(RequiredMemberAttribute)) ? $"**{name}** `{type}{unknown}`" : $"{name} `{type}{unknown}`";
    }
}
