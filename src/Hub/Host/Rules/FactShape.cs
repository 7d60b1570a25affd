using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using IntegrationHub.Contracts;

namespace IntegrationHub.Host.Rules;

/// <summary>A contract as a rule sees it.</summary>
/// <param name="Contract">Its wire name.</param>
/// <param name="Type">Its record.</param>
/// <param name="Fields">What a rule can ask of it.</param>
/// <param name="CanRun">Whether it begins something that may still run.</param>
internal sealed record FactShape(string Contract, Type Type, IReadOnlyList<FactField> Fields, bool CanRun)
{
    /// <summary>Before the name of what <see cref="FactFieldKind.Attributes"/> hold.</summary>
    public const string AttributePrefix = "attributes.";

    // The one is how the hub says that a fact is gone, the other who somebody is: neither happens to a citizen.
    private static readonly Type[] NotForRules = [typeof(FactWithdrawn), typeof(CitizenIdentityReplaced)];

    private static readonly Type[] Begins =
    [
        typeof(EmploymentStarted), typeof(BenefitGranted), typeof(BenefitSuspended), typeof(HospitalAdmitted), typeof(SupportFileOpened), typeof(InsuranceMembershipChanged), typeof(CircumstanceReported),
    ];

    private static readonly Dictionary<string, FactShape> ByName = typeof(Fact).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(Fact)) && !NotForRules.Contains(type)).Select(Of).ToDictionary(shape => shape.Contract);

    /// <summary>Every contract that a rule can name, by name.</summary>
    public static IReadOnlyList<FactShape> All { get; } = [.. ByName.Values.OrderBy(shape => shape.Contract, StringComparer.Ordinal)];

    /// <summary>The wire names of <see cref="All"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(shape => shape.Contract)];

    /// <summary>The contract of a name; null when a rule can name none such.</summary>
    public static FactShape? Named(string contract) => ByName.GetValueOrDefault(contract);

    /// <summary>The field that a rule names (<c>benefit</c>, <c>attributes.days</c>); null when there is none.</summary>
    public FactField? Field(string name) =>
        Fields.FirstOrDefault(field => field.Kind == FactFieldKind.Attributes
            ? name.StartsWith(AttributePrefix, StringComparison.Ordinal) && name.Length > AttributePrefix.Length
            : field.Name == name);

    private static FactShape Of(Type type) => new(
        FactContract.NameOf(type),
        type,
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(property => property.CanWrite).Select(Of).OfType<FactField>()],
        Begins.Contains(type));

    private static FactField? Of(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return KindOf(property, type) is { } kind
            ? new FactField(JsonNamingPolicy.CamelCase.ConvertName(property.Name), kind, property.GetCustomAttribute<RequiredMemberAttribute>() is not null, type.IsEnum ? Enum.GetNames(type) : [])
            : null;
    }

    private static FactFieldKind? KindOf(PropertyInfo property, Type type) =>
        type == typeof(string) ? FactFieldKind.Code
        : type == typeof(DateOnly) ? FactFieldKind.Date
        : type == typeof(NisCode) ? FactFieldKind.Municipality
        : type == typeof(KboNumber) ? FactFieldKind.Enterprise
        : type == typeof(bool) ? FactFieldKind.YesNo
        : type.IsEnum ? FactFieldKind.Choice
        : type == typeof(IReadOnlyList<string>) ? FactFieldKind.Codes
        : type == typeof(IReadOnlyDictionary<string, string>) ? FactFieldKind.Attributes
        : type == typeof(IReadOnlyList<HouseholdMember>) ? null
        : throw new NotSupportedException($"{property.DeclaringType!.Name}.{property.Name} is of a type that a rule cannot ask about: teach it to {nameof(FactShape)}.");
}
