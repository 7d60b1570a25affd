using System.Reflection.Metadata;

namespace IntegrationHub.Architecture.Tests;

/// <summary>One type, as its assembly's metadata tells.</summary>
/// <param name="Namespace">Its namespace; empty for a nested type.</param>
/// <param name="Name">Its name, without the count of type parameters.</param>
/// <param name="Properties">Names of its properties that hold text.</param>
/// <param name="IsGenerated">Whether a compiler made it.</param>
/// <param name="PrintsItself">Whether it is a record whose ToString prints every property.</param>
sealed record CompiledType(string Namespace, string Name, IReadOnlyList<string> Properties, bool IsGenerated, bool PrintsItself)
{
    public static CompiledType Read(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        var methods = type.GetMethods().Select(metadata.GetMethodDefinition).ToList();
        return new CompiledType(
            metadata.GetString(type.Namespace),
            name.Split('`')[0],
            [.. type.GetProperties().Select(metadata.GetPropertyDefinition).Where(property => IsText(metadata, property)).Select(property => metadata.GetString(property.Name))],
            name.Contains('<') || IsGeneratedCode(metadata, type.GetCustomAttributes()),
            Synthesized("ToString") && Synthesized("PrintMembers"));

        bool Synthesized(string method) => methods.Exists(m => metadata.GetString(m.Name) == method && IsGeneratedCode(metadata, m.GetCustomAttributes()));
    }

    // A property's signature: 0x28 (instance), 0 parameters, then 0x0E for string.
    private static bool IsText(MetadataReader metadata, PropertyDefinition property)
    {
        var signature = metadata.GetBlobBytes(property.Signature);
        return signature is [_, 0, 0x0E, ..];
    }

    private static bool IsGeneratedCode(MetadataReader metadata, CustomAttributeHandleCollection attributes) =>
        attributes.Select(metadata.GetCustomAttribute).Select(attribute => attribute.Constructor).Any(constructor =>
            constructor.Kind == HandleKind.MemberReference
            && metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent
            && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name) is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute");
}
