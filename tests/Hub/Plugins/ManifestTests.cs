using System.Text.Json.Nodes;
using IntegrationHub.Plugins.Manifest;

namespace IntegrationHub.Plugins.Tests;

public sealed class ManifestTests : IDisposable
{
    private const string Sound = """
        {
          "id": "ocmw", "version": "0.1.0", "sdk": ">=0.1 <1.0",
          "assembly": "IntegrationHub.Adapters.Ocmw.dll", "entryType": "IntegrationHub.Adapters.Ocmw.OcmwAdapter",
          "provides": ["source"], "description": { "nl": "Dossiers van het OCMW.", "en": "Files of the OCMW." },
          "contracts": ["support-file-opened", "benefit-granted"], "personalData": ["insz", "name"]
        }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_sound_manifest_is_read_whole()
    {
        var reading = ManifestReader.Read(folder.Write("adapter.json", Sound));

        reading.Errors.ShouldBeEmpty();
        var manifest = reading.Manifest.ShouldNotBeNull();
        manifest.Id.ShouldBe("ocmw");
        manifest.Version.ShouldBe("0.1.0");
        manifest.Sdk.ShouldBe(new SdkRange(new Version(0, 1, 0), new Version(1, 0, 0)));
        manifest.Assembly.ShouldBe("IntegrationHub.Adapters.Ocmw.dll");
        manifest.EntryType.ShouldBe("IntegrationHub.Adapters.Ocmw.OcmwAdapter");
        manifest.Provides.ShouldBe([PluginRole.Source]);
        manifest.Description["nl"].ShouldBe("Dossiers van het OCMW.");
        manifest.Contracts.ShouldBe(["support-file-opened", "benefit-granted"]);
        manifest.PersonalData.ShouldBe(["insz", "name"]);
    }

    [Fact]
    public void Every_mistake_is_reported_at_once_with_file_and_path()
    {
        var file = Path.Combine(TestPlugins.Folder("BrokenManifest"), "adapter.json");

        var errors = ManifestReader.Read(file).Errors;

        errors.ShouldBe(
        [
            $"{file}: $.entrytype is not a known property; did you mean 'entryType'?",
            $"{file}: $.id expected an id in kebab-case such as 'ocmw', found 'Broken Manifest'.",
            $"{file}: $.version expected a version such as '1.0.0', found 'one'.",
            $"{file}: $.sdk expected a range of Sdk versions such as '>=0.1 <1.0', found '0.1'.",
            $"{file}: $.assembly expected the file name of an assembly in this folder, ending in '.dll', found '../Good/TestPlugins.Good.dll'.",
            $"{file}: $.entryType is missing; expected the full name of the type that implements IAdapter, such as 'Company.Adapter.CompanyAdapter'.",
            $"{file}: $.provides[0] 'sorce' is not one of the roles; did you mean 'source'?",
            $"{file}: $.description.nl is empty; expected one line of text.",
            $"{file}: $.description.en is missing; expected one line of text.",
            $"{file}: $.contracts[0] 'support-file-open' is not one of the contracts; did you mean 'support-file-opened'?",
            $"{file}: $.personalData expected a list of categories of personal data, found text.",
        ]);
    }

    [Theory]
    [InlineData("id", "1", "$.id expected an id in kebab-case such as 'ocmw', found a number.")]
    [InlineData("id", "\"Ocmw\"", "$.id expected an id in kebab-case such as 'ocmw', found 'Ocmw'.")]
    [InlineData("sdk", "\">=1.0 <0.1\"", "$.sdk expected a range of Sdk versions such as '>=0.1 <1.0', found '>=1.0 <0.1'.")]
    [InlineData("assembly", "\"C:\\\\plugin.dll\"", "$.assembly expected the file name of an assembly in this folder, ending in '.dll', found 'C:\\plugin.dll'.")]
    [InlineData("provides", "[]", "$.provides is empty; expected at least one of source, destination.")]
    [InlineData("provides", "[\"source\", \"source\"]", "$.provides[1] 'source' is given twice; keep one.")]
    [InlineData("provides", "[\"destination\"]", "$.contracts names facts, but $.provides has no 'source'; a destination produces none, leave the list empty.")]
    [InlineData("contracts", "[]", "$.contracts is empty; expected at least one of")]
    [InlineData("contracts", "[null]", "$.contracts[0] expected one of")]
    [InlineData("description", "\"text\"", "$.description expected an object, found text.")]
    [InlineData("personalData", "[\"inzs\"]", "$.personalData[0] 'inzs' is not one of the categories of personal data; did you mean 'insz'?")]
    [InlineData("personalData", null, "$.personalData is missing; expected a list of categories of personal data.")]
    [InlineData("zzzzzzzzzzzz", "1", "$.zzzzzzzzzzzz is not a known property; known are id, version, sdk,")]
    public void A_wrong_property_is_reported(string property, string? value, string expected)
    {
        var json = JsonNode.Parse(Sound)!.AsObject();
        json.Remove(property);
        if (value is not null)
            json[property] = JsonNode.Parse(value);
        var file = folder.Write("adapter.json", json.ToJsonString());

        var reading = ManifestReader.Read(file);

        reading.Manifest.ShouldBeNull();
        reading.Errors.ShouldContain(error => error.StartsWith($"{file}: {expected}", StringComparison.Ordinal), string.Join('\n', reading.Errors));
    }

    [Fact]
    public void A_property_given_twice_is_reported()
    {
        var file = folder.Write("adapter.json", Sound.Replace("\"id\": \"ocmw\",", "\"id\": \"ocmw\", \"id\": \"caw\","));

        ManifestReader.Read(file).Errors.ShouldBe([$"{file}: $.id is given twice; keep one."]);
    }

    [Fact]
    public void Text_that_is_not_JSON_is_reported_with_its_place()
    {
        var file = folder.Write("adapter.json", "{\n  \"id\": ocmw\n}");

        ManifestReader.Read(file).Errors.ShouldBe([$"{file}: is not JSON: line 2, character 9. Correct it there."]);
    }

    [Theory]
    [InlineData("[]", "$ expected an object, found a list.")]
    [InlineData("null", "$ expected an object, found null.")]
    public void JSON_that_is_no_object_is_reported(string text, string expected)
    {
        var file = folder.Write("adapter.json", text);

        ManifestReader.Read(file).Errors.ShouldBe([$"{file}: {expected}"]);
    }

    [Fact]
    public void A_file_that_is_not_there_is_reported()
    {
        var file = folder.File("adapter.json");

        ManifestReader.Read(file).Errors.ShouldBe([$"{file}: cannot be read (FileNotFoundException). Check that it exists and that the hub may read it."]);
    }

    [Fact]
    public void A_destination_produces_no_contracts()
    {
        var json = JsonNode.Parse(Sound)!.AsObject();
        json["provides"] = new JsonArray("destination");
        json.Remove("contracts");

        ManifestReader.Read(folder.Write("adapter.json", json.ToJsonString())).Manifest.ShouldNotBeNull().Contracts.ShouldBeEmpty();
    }
}
