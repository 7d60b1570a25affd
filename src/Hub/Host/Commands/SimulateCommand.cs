using System.CommandLine;
using System.Globalization;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Simulators.Inbox;
using IntegrationHub.Simulators.Magda;
using IntegrationHub.Simulators.Mllp;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub simulate</c>: partner systems to try the hub without one.</summary>
internal static class SimulateCommand
{
    public static Command Create() => new("simulate", "Partner systems to try the hub without one.") { Magda(), Inbox(), MllpSend() };

    private static Command Magda()
    {
        var files = new Option<string>("--files") { Description = "Folder with replies: DOMAIN/SERVICE/VERSION/INSZ.xml, notfound.xml or success.xml else.", HelpName = "DIR", Required = true };
        var urls = new Option<string>("--urls") { Description = "Where to listen.", HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5081" };
        var throttle = new Option<int?>("--throttle") { Description = "Requests it takes within a second before it throttles.", HelpName = "N" };
        var delay = new Option<int>("--delay") { Description = "How long each answer takes, in milliseconds.", HelpName = "MS" };
        var fault = new Option<string[]>("--fault") { Description = "What goes wrong: SERVICE:INSZ, *:INSZ, SERVICE:* or every:N, and a kind: fault, throttle, busy, timeout, unavailable.", HelpName = "FAULT" };
        fault.Validators.Add(result =>
        {
            foreach (var text in result.Tokens.Where(token => !MagdaFault.TryParse(token.Value, out _)))
                result.AddError("--fault: expected SERVICE:INSZ[:KIND] or every:N[:KIND].");
        });
        var command = new Command("magda", "Answers as MAGDA, from files.") { files, urls, throttle, delay, fault };
        command.SetAction(async (parsed, token) => await ServeAsync(
            await MagdaSimulator.StartAsync(
                new MagdaSimulatorOptions
                {
                    FilesFolder = parsed.GetRequiredValue(files),
                    Url = parsed.GetRequiredValue(urls),
                    ThrottlePerSecond = parsed.GetValue(throttle),
                    Delay = TimeSpan.FromMilliseconds(parsed.GetValue(delay)),
                    Faults = [.. (parsed.GetValue(fault) ?? []).Select(text => MagdaFault.TryParse(text, out var one) ? one : throw new FormatException(text))],
                },
                token),
            "MAGDA",
            token));
        return command;
    }

    private static Command Inbox()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen.", HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:8090" };
        var secret = new Option<string?>("--secret") { Description = "Reference (env:NAME, file:PATH) to the secret (whsec_...) that signatures are held against.", HelpName = "REFERENCE" };
        secret.Validators.Add(result =>
        {
            // On the command line itself everybody on this machine would see it, in the list of processes.
            if (result.Tokens.Any(token => new Secrets(Directory.GetCurrentDirectory()).Problem(token.Value) is not null))
                result.AddError("--secret: expected a reference to a secret that is there, env:NAME or file:PATH; never the secret itself.");
        });
        var fail = new Option<string?>("--fail") { Description = "What fails: a count (3), always, a status (429), or both (3:429).", HelpName = "WHAT" };
        var delay = new Option<int>("--delay") { Description = "How long each answer takes, in milliseconds.", HelpName = "MS" };
        var language = new Option<string>("--language") { Description = "Language of the page.", DefaultValueFactory = _ => "nl" };
        language.AcceptOnlyFromAmong("nl", "en");
        var command = new Command("inbox", "A case worker's tool: verifies signatures and shows what arrived on a page.") { urls, secret, fail, delay, language };
        command.SetAction(async (parsed, token) => await ServeAsync(
            await InboxSimulator.StartAsync(
                new InboxSimulatorOptions
                {
                    Urls = parsed.GetRequiredValue(urls),
                    Secret = parsed.GetValue(secret) is { } reference ? new Secrets(Directory.GetCurrentDirectory()).Open(reference) : null,
                    Failure = parsed.GetValue(fail) is { } text ? InboxFailure.Parse(text) : InboxFailure.None,
                    Delay = TimeSpan.FromMilliseconds(parsed.GetValue(delay)),
                    Language = parsed.GetRequiredValue(language),
                },
                token),
            "The inbox",
            token));
        return command;
    }

    private static Command MllpSend()
    {
        var files = new Argument<string[]>("files") { Description = "Files of HL7 v2, one or several messages each.", Arity = ArgumentArity.OneOrMore };
        var to = new Option<string>("--to") { Description = "The receiver.", HelpName = "HOST:PORT", Required = true };
        var connections = new Option<int>("--connections") { Description = "Connections used at once.", DefaultValueFactory = _ => 1 };
        var packet = new Option<int>("--packet") { Description = "Send in pieces of so many bytes; 0 sends whole messages.", HelpName = "BYTES" };
        var command = new Command("mllp-send", "Sends HL7 v2 messages over MLLP and tells how each was answered.") { files, to, connections, packet };
        command.SetAction(async (parsed, token) =>
        {
            var address = parsed.GetRequiredValue(to).Split(':');
            if (address.Length != 2 || !int.TryParse(address[1], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            {
                await Console.Error.WriteLineAsync("--to: expected HOST:PORT, such as 127.0.0.1:2575.");
                return ExitCode.WrongUse;
            }

            var result = await new MllpSender(TimeProvider.System).SendAsync(
                parsed.GetRequiredValue(files),
                address[0],
                port,
                new MllpSendOptions { Connections = parsed.GetValue(connections), PacketBytes = parsed.GetValue(packet) },
                answer => Console.WriteLine(answer),
                token);
            Console.WriteLine($"{result.Accepted} of {result.Answers.Count} messages were accepted.");
            return result.IsSuccess ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static async Task<int> ServeAsync(WebApplication app, string name, CancellationToken token)
    {
        await using (app)
        {
            Console.WriteLine($"{name} listens on {string.Join(", ", app.Urls)}. Stop it with Ctrl+C.");
            await app.WaitForShutdownAsync(token);
            return ExitCode.Done;
        }
    }
}
