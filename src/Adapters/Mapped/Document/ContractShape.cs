using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>A contract that a row can become, as its type in Contracts says.</summary>
/// <param name="Name">Its wire name.</param>
/// <param name="Type">Its record.</param>
/// <param name="Fields">What it adds to <see cref="Fact"/>.</param>
internal sealed record ContractShape(string Name, Type Type, IReadOnlyList<FieldShape> Fields)
{
    // A fact is withdrawn by no longer being there: the intake makes these.
    private static readonly Type[] MadeByTheHub = [typeof(FactWithdrawn)];

    private static readonly string[] References = [nameof(BenefitGranted.Right), nameof(EmploymentEnded.Employment), nameof(SupportFileOpened.File), nameof(HospitalAdmitted.Stay)];

    private static readonly Dictionary<string, ContractShape> ByName = typeof(Fact).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(Fact)) && !MadeByTheHub.Contains(type)).Select(Of).ToDictionary(shape => shape.Name);

    /// <summary>Every wire name, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The contract with a wire name; null when there is none.</summary>
    public static ContractShape? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The field with a name; null when there is none.</summary>
    public FieldShape? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);

    private static ContractShape Of(Type type)
    {
        var fields = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(property => property.CanWrite).Select(Of).ToList();
        if (type == typeof(CitizenIdentityReplaced))
            fields.Add(new FieldShape("replacedBy", FieldType.Replacement, IsRequired: true, null));
        return new ContractShape(FactContract.NameOf(type), type, fields);
    }

    private static FieldShape Of(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return new FieldShape(JsonNamingPolicy.CamelCase.ConvertName(property.Name), TypeOf(property, type), property.GetCustomAttribute<RequiredMemberAttribute>() is not null, property)
        {
            Choices = type.IsEnum ? Enum.GetNames(type) : [],
        };
    }

    private static FieldType TypeOf(PropertyInfo property, Type type) =>
        type == typeof(string) ? References.Contains(property.Name) ? FieldType.Reference : property.Name == nameof(BenefitEnded.Reason) ? FieldType.CodeOrRemark : FieldType.Code
        : type == typeof(DateOnly) ? FieldType.Date
        : type == typeof(NisCode) ? FieldType.Municipality
        : type == typeof(KboNumber) ? FieldType.Enterprise
        : type == typeof(bool) ? FieldType.Boolean
        : type.IsEnum ? FieldType.Choice
        : type == typeof(IReadOnlyList<string>) ? FieldType.Codes
        : type == typeof(IReadOnlyDictionary<string, string>) ? FieldType.Attributes
        : type == typeof(IReadOnlyList<HouseholdMember>) ? FieldType.Members
        : throw new NotSupportedException($"{property.DeclaringType!.Name}.{property.Name} is of a type that a mapping cannot fill: teach it to {nameof(ContractShape)}.");
}
