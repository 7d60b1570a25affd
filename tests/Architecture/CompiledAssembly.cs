using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace IntegrationHub.Architecture.Tests;

/// <summary>What an assembly says in its metadata; nothing of it is loaded.</summary>
/// <param name="References">Names of the assemblies whose code it uses.</param>
/// <param name="UsedTypes">Full names of the types of others that it uses.</param>
/// <param name="Types">Its own types.</param>
sealed record CompiledAssembly(IReadOnlyList<string> References, IReadOnlyList<string> UsedTypes, IReadOnlyList<CompiledType> Types)
{
    public static CompiledAssembly Read(string file)
    {
        File.Exists(file).ShouldBeTrue($"{file} was not built");
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return new CompiledAssembly(
            [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))],
            [.. metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")],
            [.. metadata.TypeDefinitions.Select(handle => CompiledType.Read(metadata, metadata.GetTypeDefinition(handle))).Where(type => !type.IsGenerated)]);
    }
}
