namespace IntegrationHub.Architecture.Tests.AsyncApi;

/// <summary>A developer finds a contract without reading its code.</summary>
public sealed class ContractTableTests
{
    private const string Page = "src/Contracts/README.md";

    [Fact]
    public void The_table_of_the_README_is_that_of_the_contracts()
    {
        var received = Path.Combine(AppContext.BaseDirectory, "contracts.received.md");
        File.WriteAllText(received, ContractTable.Build());

        SourceTree.Read(Page).Contains(File.ReadAllText(received), StringComparison.Ordinal).ShouldBeTrue($"The table in {Page} is not what the contracts say now: put the text of {received} in its place.");
    }
}
