using System.Runtime.Serialization;
using System.Text;
using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Mutating;
using IntegrationHub.Fuzzing.Tests.Targets;
using IntegrationHub.Host.Bus;

namespace IntegrationHub.Fuzzing.Tests.Found;

/// <summary>What fuzzing found and was mended, each in its smallest form.</summary>
public sealed class WhatWasFound(FoundHub found) : IClassFixture<FoundHub>
{
    // A table of three rows and the pieces of a fourth.
    private const string Circle = "CQAEAAIAEAAEAAoAAAAAAAAAAAJucgQADAAAAAEAAAAABGluc3oEAAwAAAACAAAAAARuYWFtBAAMAAAAAwAAAAAEb3BlbgQADAAAAAQAAAAABG5vdGEEAAoAAQAAAAAAAAJEMQQAEwABAAEAAAAACz"
        + "g4NjMxNDAyMjA0BAAQAAEAAgAAAAAISmFuc3NlbnMEABIAAQADAAAAAAoyMDI2LTExLTIwBABhbnNzZW5zBAASAAEAAwAAAAAKMjAyNi0xMS0yMAQAEgABAAQAAAAACmJlbHQgdGVydWcEAAoAAgAA"
        + "AAAAAAJEMgQAEwACAAEAAAAACzkyNjcwMjA0MTY5BAAPAAIAAgAAAAAHUGVldGVycwQAEgACAAMAAAAACjIwMjYtMTEtMjEEAAgAAgAEAAAAAAAEAAoAAwAAAAAAAAJEMwQAEwADAAEAAAAACzg1Nz"
        + "EyMzAxODIyBAAMAAMAAgAAAAAETWFlcwQAEgADAAMAAAAACjMwLzExLzIwMjYEAA8AAwAEAAAAAAfpICYgPGI+CgAAAA==";

    private readonly FuzzedHub hub = found.Hub;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task FHIR_XML_that_begins_in_no_encoding_is_quarantined() => IsRefusedAsync("fhir-xml", "application/fhir+xml", [0x3C, 0x42, 0xFF, 0xFE, 0x80]);

    [Fact]
    public Task A_FHIR_bundle_with_half_a_character_in_a_name_is_quarantined() =>
        IsRefusedAsync("fhir-json", "application/fhir+json", """{"\ud800":1,"resourceType":"Bundle","type":"collection","entry":[]}"""u8.ToArray());

    [Fact]
    public Task An_export_in_JSON_with_a_name_that_is_no_UTF_8_is_refused_whole() => IsRefusedAsync("json", "rows.json", [.. "{\"ab"u8, 0x83, .. "\":1,\"items\":[]}"u8]);

    [Fact]
    public Task A_list_with_half_a_character_is_quarantined_with_its_line() =>
        IsRefusedAsync("json-lines", "registraties-2026-11-20.jsonl", """{"registratie":"R-1","insz":"88631402204","onthaal":"2026-11-20","hulpverlener":"mw-1","themas":["\udc00"]}"""u8.ToArray());

    [Fact]
    public Task A_workbook_in_which_the_library_goes_round_in_circles_is_read_no_longer_than_a_while() => IsRefusedAsync("excel", "rows.xls", Convert.FromBase64String(Circle));

    [Fact]
    public Task A_manifest_that_is_no_UTF_8_is_told_of() => IsRefusedAsync("adapter-json", "adapter.json", [.. "{\"id\":\""u8, 0x80, .. "\"}"u8]);

    [Fact]
    public Task A_path_with_a_NUL_in_hub_json_is_told_of() =>
        IsRefusedAsync("hub-json", "hub.json", """{ "sources": [ { "id": "a", "adapter": "mapped", "options": { "mapping": "a\u0000" } } ], "store": { "path": "b\u0000" } }"""u8.ToArray());

    [Fact]
    public void A_message_that_breaks_off_after_its_first_event_is_none_of_ours()
    {
        var batch = CloudEventsBatch.Read("""[{"specversion":"1.0","type":"be.integrationhub.person-changed.v1","source":"/sources/magda","id":"42/0"},{"subject":"x"}"""u8.ToArray());

        Should.Throw<SerializationException>(() => CloudEventsBatch.CitizensOf(batch));
        Should.Throw<SerializationException>(() => CloudEventsBatch.CountOf(batch));
    }

    [Fact]
    public Task Nothing_is_guessed_of_JSON_that_is_no_UTF_8() => IsRefusedAsync("guess", "rows.json", [.. "{\"items\":[{\"naam\":\""u8, 0xE9, .. "\"}]}"u8]);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{ a: ", "}")]
    [InlineData("- ", "")]
    public Task A_rule_that_is_nested_without_end_is_a_mistake_and_no_end_of_the_hub(string open, string close) =>
        IsRefusedAsync("rules", "deep.yaml", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, 50_000)) + string.Concat(Enumerable.Repeat(close, 50_000))));

    [Fact]
    public Task A_rule_that_stands_for_itself_is_a_mistake() => IsRefusedAsync("rules", "loop.yaml", "id: loop\nwhen: &a\n  all: [*a]\n"u8.ToArray());

    [Fact]
    public Task A_rule_that_stands_for_a_million_others_is_a_mistake() =>
        IsRefusedAsync("rules", "bomb.yaml", Encoding.UTF8.GetBytes("a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n"))));

    [Fact]
    public Task The_inbox_does_not_repeat_a_name_that_it_does_not_know() => IsRefusedAsync("inbox", "", """{"77661571145":}"""u8.ToArray());

    private async Task IsRefusedAsync(string name, string kind, byte[] input)
    {
        var before = hub.Witness.Quarantined;
        var target = AllTargets.Make().Single(one => one.Name == name);

        await target.RunAsync(new Sample("found", kind, input), input, hub, Token).WaitAsync(TimeSpan.FromSeconds(20), Token);

        hub.Witness.Take().ShouldBeEmpty();
        hub.Witness.Quarantined.ShouldBeGreaterThan(before);
        if (target is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }
}
