using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Architecture.Tests;

/// <summary>What others build on changes only on purpose: the lists beside this file are what was agreed.</summary>
public sealed class ApprovalTests
{
    [Fact]
    public void The_names_on_the_wire_are_those_agreed()
    {
        var text = new StringBuilder();
        foreach (var type in typeof(ContractsJson).Assembly.GetExportedTypes().Where(type => type.GetMethod("<Clone>$") is not null && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            var name = JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name);
            var wire = FactContract.Names.Concat(EventContract.Names).Contains(name) ? $"{name} = {FactContract.EventTypeOf(name)}" : "(part of others)";
            text.Append(type.FullName).Append(": ").Append(wire).Append('\n');
            foreach (var property in ContractsJson.Default.GetTypeInfo(type)?.Properties ?? Enumerable.Empty<JsonPropertyInfo>())
                text.Append("  ").Append(property.Name).Append(property.IsRequired ? " (required)" : "").Append(": ").Append(PublicSurface.NameOf(property.PropertyType)).Append('\n');
        }

        Approve("wire", text.ToString());
    }

    [Fact]
    public void The_public_surface_of_Contracts_is_the_one_agreed() => Approve("contracts", PublicSurface.Of(typeof(Fact).Assembly));

    [Fact]
    public void The_public_surface_of_the_Sdk_is_the_one_agreed() => Approve("sdk", PublicSurface.Of(typeof(IAdapter).Assembly));

    private static void Approve(string name, string found)
    {
        var approved = $"tests/Architecture/Approved/{name}.txt";
        var received = Path.Combine(AppContext.BaseDirectory, $"{name}.received.txt");
        File.WriteAllText(received, found);

        // Line by line, so that a failure shows what changed and not the whole list.
        var agreed = File.Exists(SourceTree.Full(approved)) ? SourceTree.Read(approved).Split('\n') : [];
        var lines = found.Split('\n');
        string[] changes = [.. agreed.Except(lines).Select(line => "gone:  " + line.Trim()), .. lines.Except(agreed).Select(line => "added: " + line.Trim())];
        (changes.Length == 0 && lines.SequenceEqual(agreed)).ShouldBeTrue(
            $"{string.Join('\n', changes)}\nWhen the change is meant and only adds, copy {received} over {approved}. Partners build on this: a name that changes or goes breaks them.");
    }
}
