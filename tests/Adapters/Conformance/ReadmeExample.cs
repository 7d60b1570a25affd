namespace IntegrationHub.Adapters.Conformance.Tests;

/// <summary>The README's example is the file Example.cs, which is built and run with these tests.</summary>
public sealed class ReadmeExample
{
    [Fact]
    public void The_smallest_example_of_the_README_is_the_one_that_runs()
    {
        var root = Path.GetFullPath(Path.Combine(PluginOnRequest.Folder.Source, "..", "..", "..", ".."));

        File.ReadAllText(Path.Combine(root, "src", "Adapters", "Conformance", "README.md")).ShouldContain($"```csharp\n{File.ReadAllText(Path.Combine(root, "tests", "Adapters", "Conformance", "Example.cs"))}```");
    }
}
