using System.Reflection;
using System.Text;

namespace IntegrationHub.Architecture.Tests;

/// <summary>Writes down what an assembly offers, one line a member.</summary>
static class PublicSurface
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            var parent = type is { IsClass: true, BaseType: { } ancestor } && ancestor != typeof(object) ? " : " + NameOf(ancestor) : "";
            text.Append(KindOf(type)).Append(' ').Append(type.FullName).Append(parent).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
                text.Append("  ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    public static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return NameOf(inner) + "?";
        var name = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : name;
    }

    private static string KindOf(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : (type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : "") + (type.GetMethod("<Clone>$") is not null ? "record" : type.IsValueType ? "struct" : "class");

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name))}");

        // Generated code comes and goes with the compiler: the serialiser's type information, the equality of records.
        if (type.IsSubclassOf(typeof(System.Text.Json.Serialization.JsonSerializerContext)))
            return [];
        var properties = type.GetProperties(Own).Where(property => property.Name != "EqualityContract").Select(Property);
        var constructors = type.GetConstructors(Own).Select(constructor => $"new({Parameters(constructor)})");
        var methods = type.GetMethods(Own).Where(method => !method.IsSpecialName && !method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)) && method.Name != "<Clone>$")
            .Select(method => $"{(method.IsStatic ? "static " : "")}{NameOf(method.ReturnType)} {method.Name}({Parameters(method)})");
        return [.. properties, .. constructors, .. methods];
    }

    private static string Property(PropertyInfo property)
    {
        var required = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)) ? "required " : "";
        var isStatic = (property.GetMethod ?? property.SetMethod)!.IsStatic ? "static " : "";
        var unknown = MayBeNull(property.PropertyType, Nullability.Create(property)) ? "?" : "";
        return $"{required}{isStatic}{NameOf(property.PropertyType)}{unknown} {property.Name} {{{(property.CanRead ? " get;" : "")}{(property.CanWrite ? " init;" : "")} }}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{NameOf(parameter.ParameterType)}{(MayBeNull(parameter.ParameterType, Nullability.Create(parameter)) ? "?" : "")} {parameter.Name}{(parameter.IsOptional ? " = default" : "")}"));

    private static bool MayBeNull(Type type, NullabilityInfo nullability) => !type.IsValueType && nullability.ReadState == NullabilityState.Nullable;
}
