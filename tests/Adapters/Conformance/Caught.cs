using Xunit.Sdk;

namespace IntegrationHub.Adapters.Conformance.Tests;

/// <summary>Runs a test of the kit on a plugin with a mistake and gives what it says of it.</summary>
static class Caught
{
    public static async Task<string> ByAsync<T>(T conformance, Func<T, Task> test)
        where T : AdapterConformance
    {
        try
        {
            var failure = await Should.ThrowAsync<Exception>(() => test(conformance), "the kit lets this mistake pass");
            failure.ShouldBeAssignableTo<IAssertionException>($"the kit breaks on this mistake instead of naming it: {failure}");
            return failure.Message;
        }
        finally
        {
            await conformance.DisposeAsync();
        }
    }
}
