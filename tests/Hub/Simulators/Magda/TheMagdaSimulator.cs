using System.Net;
using System.Text;
using System.Xml.Linq;
using IntegrationHub.Simulators.Magda;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Simulators.Tests.Magda;

public sealed class TheMagdaSimulator : IAsyncLifetime
{
    private const string Insz = "88631402204";
    private const string Other = "92670204169";
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private readonly string folder = Directory.CreateTempSubdirectory("magda-files").FullName;
    private readonly HttpClient http = new();
    private WebApplication? app;

    public ValueTask InitializeAsync()
    {
        Write("GeefPersoon/02.02.0000/notfound.xml", "<GeefPersoonResponse><Antwoord><Referte/>none</Antwoord></GeefPersoonResponse>");
        Write($"GeefPersoon/02.02.0000/{Insz}.xml", "<GeefPersoonResponse><Antwoord><Referte>own</Referte>{today-2}</Antwoord></GeefPersoonResponse>");
        Write($"GeefPersoon/02.02.0000/{Insz}.registered.xml", "<GeefPersoonResponse>registered</GeefPersoonResponse>");
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_file_named_by_the_insz_is_the_body_of_the_answer()
    {
        await StartAsync();
        var reply = await AskAsync("GeefPersoon", Insz);
        reply.Name.LocalName.ShouldBe("GeefPersoonResponse");
        reply.Descendants("Referte").Single().Value.ShouldBe("own");
        reply.Value.ShouldContain(DateTimeOffset.Now.AddDays(-2).ToString("yyyy-MM-dd"));
    }

    [Fact]
    public async Task Without_a_file_notfound_answers_with_the_reference_of_the_question()
    {
        await StartAsync();
        var reply = await AskAsync("GeefPersoon", Other);
        reply.Value.ShouldContain("none");
        reply.Descendants("Referte").Single().Value.ShouldBe("question-1");
    }

    [Fact]
    public async Task After_a_registration_the_second_file_answers_until_it_is_taken_back()
    {
        await StartAsync();
        (await AskAsync("RegistreerInschrijving", Insz, "02.01.0000")).Descendants("Resultaat").Single().Value.ShouldBe("1");
        (await AskAsync("GeefPersoon", Insz)).Value.ShouldBe("registered");
        (await AskAsync("RegistreerUitschrijving", Insz, "02.00.0000")).Descendants("Resultaat").Single().Value.ShouldBe("1");
        (await AskAsync("GeefPersoon", Insz)).Value.ShouldNotBe("registered");
    }

    [Fact]
    public async Task A_refused_registration_opens_nothing()
    {
        Write($"RegistreerInschrijving/02.00.0000/{Insz}.xml", "<RegistreerInschrijvingResponse><Resultaat>0</Resultaat></RegistreerInschrijvingResponse>");
        await StartAsync();
        (await AskAsync("RegistreerInschrijving", Insz, "02.00.0000")).Descendants("Resultaat").Single().Value.ShouldBe("0");
        (await AskAsync("GeefPersoon", Insz)).Value.ShouldNotBe("registered");
    }

    [Fact]
    public async Task A_service_without_files_is_a_fault()
    {
        await StartAsync();
        (await AskAsync("GeefFoto", Insz)).Name.ShouldBe(Soap + "Fault");
        (await AskAsync("GeefPersoon", Insz, "01.00.0000")).Name.ShouldBe(Soap + "Fault");
    }

    [Theory]
    [InlineData("not xml")]
    [InlineData("<a/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>")]
    public async Task What_is_no_soap_request_is_a_fault_and_not_remembered(string text)
    {
        await StartAsync();
        var response = await http.PostAsync(Url, new StringContent(text, Encoding.UTF8, "text/xml"), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        Log.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("notfound")]
    public async Task No_path_comes_out_of_a_request(string insz)
    {
        await StartAsync();
        (await AskAsync("GeefPersoon", insz)).Value.ShouldContain("none");
        (await AskAsync("GeefPersoon", Insz, "../02.02.0000")).Name.ShouldBe(Soap + "Fault");
    }

    [Fact]
    public async Task Throttling_is_a_soap_fault_with_magdas_words()
    {
        await StartAsync(options => options with { ThrottlePerSecond = 2, Clock = new StandingClock() });
        for (var i = 0; i < 2; i++)
            (await AskAsync("GeefPersoon", Insz)).Name.LocalName.ShouldBe("GeefPersoonResponse");
        (await AskAsync("GeefPersoon", Insz)).Element("faultstring")!.Value.ShouldBe("Exceeded the max throttle rate of 10 within 1000ms");
    }

    [Fact]
    public async Task Throttling_can_be_an_uitzondering()
    {
        await StartAsync(options => options with { ThrottlePerSecond = 1, ThrottleAsUitzondering = true, Clock = new StandingClock() });
        await AskAsync("GeefPersoon", Insz);
        (await AskAsync("GeefPersoon", Insz)).Descendants("Identificatie").Single().Value.ShouldBe("99995");
    }

    [Fact]
    public async Task Faults_hit_the_requests_they_name()
    {
        await StartAsync(options => options with { Faults = [Parsed($"GeefPersoon:{Insz}"), Parsed("every:3:unavailable")] });
        (await AskAsync("GeefPersoon", Insz)).Name.ShouldBe(Soap + "Fault");
        (await AskAsync("GeefPersoon", Other)).Name.LocalName.ShouldBe("GeefPersoonResponse");
        (await PostAsync("GeefPersoon", Other)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task It_can_keep_silent_until_the_caller_gives_up()
    {
        await StartAsync(options => options with { Faults = [Parsed("*:*:timeout")] });
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Should.ThrowAsync<OperationCanceledException>(() => PostAsync("GeefPersoon", Insz, token: patience.Token));
    }

    [Fact]
    public async Task The_last_requests_are_remembered()
    {
        await StartAsync(options => options with { RememberRequests = 2 });
        foreach (var insz in new[] { Other, Other, Insz })
            await AskAsync("GeefPersoon", insz);
        Log.Count.ShouldBe(3);
        Log.Requests.Select(one => one.Insz).ShouldBe([Other, Insz]);
        Log.Requests[^1].ToString().ShouldNotContain(Insz);
    }

    [Theory]
    [InlineData("every:0")]
    [InlineData("every")]
    [InlineData("GeefPersoon:1:sulk")]
    [InlineData("a:b:fault:d")]
    public void A_fault_nobody_understands_is_refused(string text) => MagdaFault.TryParse(text, out _).ShouldBeFalse();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string Url => app!.Urls.First();

    private MagdaRequestLog Log => app!.Services.GetRequiredService<MagdaRequestLog>();

    private static MagdaFault Parsed(string text) => MagdaFault.TryParse(text, out var fault) ? fault : throw new FormatException(text);

    private async Task StartAsync(Func<MagdaSimulatorOptions, MagdaSimulatorOptions>? configure = null)
    {
        var options = new MagdaSimulatorOptions { FilesFolder = folder, Url = "http://127.0.0.1:0" };
        app = await MagdaSimulator.StartAsync(configure?.Invoke(options) ?? options, TestContext.Current.CancellationToken);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder, "Persoon", path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private Task<HttpResponseMessage> PostAsync(string service, string insz, string version = "02.02.0000", CancellationToken? token = null)
    {
        var request = $"""
            <s:Envelope xmlns:s="{Soap}"><s:Body><w:{service} xmlns:w="urn:w"><Verzoek><Context><Versie>{version}</Versie></Context>
            <Vragen><Vraag><Referte>question-1</Referte><Inhoud><Criteria><INSZ>{insz}</INSZ></Criteria></Inhoud></Vraag></Vragen></Verzoek></w:{service}></s:Body></s:Envelope>
            """;
        return http.PostAsync(Url, new StringContent(request, Encoding.UTF8, "text/xml"), token ?? TestContext.Current.CancellationToken);
    }

    private async Task<XElement> AskAsync(string service, string insz, string version = "02.02.0000")
    {
        var response = await PostAsync(service, insz, version);
        var envelope = XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return envelope.Root!.Element(Soap + "Body")!.Elements().Single();
    }

    private sealed class StandingClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
