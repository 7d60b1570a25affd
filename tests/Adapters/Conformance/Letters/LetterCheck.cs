using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Options;

namespace Letters;

public sealed class LetterCheck(IOptions<LettersOptions> options, InstanceContext context) : IConnectionCheck
{
    public async Task<CheckResult> CheckAsync(CancellationToken token)
    {
        var fault = options.Value.Fault;
        if (fault == "check-hangs")
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        if (options.Value.Port > 0 && fault != "check-says-fine")
            return LetterListener.IsFreeOrOurs(options.Value.Port) ? new(true, "It can listen.") : new(false, "The port is taken. Choose another.");
        try
        {
            Directory.GetFiles(context.PathOf(options.Value.Folder!));
            return fault == "check-never-sees" ? new(false, "No.") : new(true, "The folder can be read.");
        }
        catch (IOException e) when (fault != "check-throws")
        {
            return fault switch
            {
                "check-says-fine" => new(true, "All is well."),
                "check-repeats" => new(false, $"It failed: {e.Message}"),
                "check-silent" => new(false, ""),
                _ => new(false, "The folder cannot be read. Check the option folder."),
            };
        }
    }
}
