using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Rules.Fields;

/// <summary>Which fields of each contract a rule can test. Read from the contracts themselves: a field that a contract gains is known here.</summary>
public static class FactFields
{
    /// <summary>Of what every fact has, only when it happened and which source supplied it says something of the citizen's life.</summary>
    private static readonly HashSet<string> NotTestable = ["citizen", "recordId", "factKey", "revision", "knownAt", "confirmedAt"];

    private static readonly Type[] Begin =
    [
        typeof(EmploymentStarted), typeof(BenefitGranted), typeof(BenefitSuspended), typeof(HospitalAdmitted), typeof(SupportFileOpened), typeof(InsuranceMembershipChanged), typeof(CircumstanceReported),
    ];

    private static readonly Dictionary<string, IReadOnlyDictionary<string, FactField>> ByContract = FactContract.Names
        .Where(name => name != FactContract.NameOf<FactWithdrawn>() && name != FactContract.NameOf<CitizenIdentityReplaced>())
        .ToDictionary(name => name, name => (IReadOnlyDictionary<string, FactField>)FieldsOf(TypeOf(name)));

    /// <summary>Wire names of the contracts that a rule can name, sorted.</summary>
    public static IReadOnlyList<string> Contracts { get; } = [.. ByContract.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Wire names of the contracts that begin what <see cref="Timelines.Timeline"/> knows an end of, sorted: only these can run.</summary>
    public static IReadOnlyList<string> Beginnings { get; } = [.. Begin.Select(FactContract.NameOf).Order(StringComparer.Ordinal)];

    /// <summary>The fields of a contract by JSON name. Attributes are one field here (<c>attributes</c>, of kind <see cref="FieldKind.Attributes"/>).</summary>
    /// <param name="contract">Wire name.</param>
    /// <exception cref="ArgumentException">No rule can name that contract.</exception>
    public static IReadOnlyDictionary<string, FactField> Of(string contract) =>
        ByContract.TryGetValue(contract, out var fields) ? fields : throw new ArgumentException($"No contract is named '{contract}'.", nameof(contract));

    /// <summary>Finds a field as a rule writes it: <c>endedOn</c>, or <c>attributes.days</c>.</summary>
    /// <param name="contract">Wire name; false where no rule can name it.</param>
    /// <param name="field">The field.</param>
    /// <param name="found">The field; an attribute has kind <see cref="FieldKind.Text"/>.</param>
    public static bool TryFind(string contract, string field, [NotNullWhen(true)] out FactField? found)
    {
        found = null;
        if (!ByContract.TryGetValue(contract, out var fields))
            return false;
        var dot = field.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return fields.TryGetValue(field, out found) && found.Kind != FieldKind.Attributes;
        if (dot < field.Length - 1 && fields.TryGetValue(field[..dot], out var holder) && holder.Kind == FieldKind.Attributes)
            found = holder.Attribute(field[(dot + 1)..]);
        return found is not null;
    }

    /// <exception cref="ArgumentException">The contract has no such field.</exception>
    internal static FactField Find(string contract, string field) =>
        TryFind(contract, field, out var found) ? found : throw new ArgumentException($"The contract {contract} has no field '{field}' that a rule can test.", nameof(field));

    /// <exception cref="ArgumentException">No rule can name that contract.</exception>
    internal static Type TypeOf(string contract) =>
        Types.TryGetValue(contract, out var type) ? type : throw new ArgumentException($"No contract is named '{contract}'.", nameof(contract));

    private static Dictionary<string, Type> Types => field ??= typeof(Fact).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Fact)))
        .ToDictionary(FactContract.NameOf);

    private static Dictionary<string, FactField> FieldsOf(Type type)
    {
        var fields = new Dictionary<string, FactField>();
        foreach (var property in ContractsJson.Default.GetTypeInfo(type)!.Properties)
        {
            if (property.Get is { } get && !NotTestable.Contains(property.Name) && KindOf(property) is { } kind)
                fields.Add(property.Name, new FactField(property.Name, kind, TypeOf(property), get) { IsRequired = property.IsRequired || property.Name == "source" });
        }

        return fields;
    }

    private static FieldKind? KindOf(JsonPropertyInfo property)
    {
        var type = TypeOf(property);
        return type switch
        {
            _ when type == typeof(string) || type.IsEnum || IsCode(type) => FieldKind.Text,
            _ when type == typeof(bool) => FieldKind.YesNo,
            _ when type == typeof(DateOnly) || type == typeof(DateTimeOffset) => FieldKind.Date,
            _ when type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double) => FieldKind.Number,
            _ when type == typeof(IReadOnlyList<string>) => FieldKind.List,
            _ when type == typeof(IReadOnlyDictionary<string, string>) => FieldKind.Attributes,
            _ => null,
        };
    }

    private static Type TypeOf(JsonPropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    private static bool IsCode(Type type) => Array.Exists(type.GetInterfaces(), one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(ICode<>));
}
