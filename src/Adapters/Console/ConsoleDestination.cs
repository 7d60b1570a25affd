using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Console;

/// <summary>Prints each signal in one write, so that signals never run through each other or through a log line.</summary>
public sealed class ConsoleDestination : ISignalDestination
{
    private readonly ConsoleFrame frame;
    private readonly TextWriter output;
    private readonly ConsoleScreen screen;

    /// <summary>Prints on the standard output.</summary>
    public ConsoleDestination(IOptions<ConsoleOptions> options)
        : this(options.Value, ConsoleStyle.OfThisProcess(), System.Console.Out)
    {
    }

    internal ConsoleDestination(ConsoleOptions options, ConsoleStyle style, TextWriter output)
    {
        frame = new ConsoleFrame(ConsoleTexts.Of(options.Language), style);
        this.output = output;
        screen = ConsoleScreen.Of(output);
    }

    /// <inheritdoc/>
    public async Task<DeliveryResult> DeliverAsync(SignalReady signal, CancellationToken token)
    {
        if (screen.HasShown(signal.DeliveryId))
            return DeliveryResult.Delivered("printed before");
        await output.WriteAsync(frame.Render(signal).AsMemory(), token);
        await output.FlushAsync(token);
        screen.Remember(signal.DeliveryId);
        return DeliveryResult.Delivered("printed");
    }
}
