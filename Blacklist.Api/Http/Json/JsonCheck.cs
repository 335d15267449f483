using System.Text.Json;

namespace Blacklist.Api.Http.Json;

/// <summary>
/// Walks a body along its shape once and names every field that is wrong. It repeats no value.
/// The serializer alone stops at the first error, and lets null elements, NUL, enum values in another case and lists of them through.
/// </summary>
internal ref struct JsonCheck
{
    private readonly FieldErrors _errors = new();
    private readonly JsonPath _path = new();
    private Utf8JsonReader _reader;

    private JsonCheck(ReadOnlySpan<byte> json) =>
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = EdgeJson.MaxDepth });

    /// <exception cref="JsonException">The bytes are not one JSON value of bounded depth.</exception>
    public static FieldErrors Errors(ReadOnlySpan<byte> json, JsonShape shape)
    {
        var check = new JsonCheck(json);
        check._reader.Read();
        check.Value(shape, nullable: false);
        check._reader.Read(); // anything after the value throws
        return check._errors;
    }

    private void Value(JsonShape shape, bool nullable)
    {
        switch (shape)
        {
            case var _ when _reader.TokenType == JsonTokenType.Null && nullable:
                break;
            case Fields fields when _reader.TokenType == JsonTokenType.StartObject:
                Object(fields);
                break;
            case Items items when _reader.TokenType == JsonTokenType.StartArray:
                Array(items);
                break;
            case Choice or Scalar when _reader.TokenType == JsonTokenType.String && !_reader.IsText():
                Wrong(ProblemKinds.InvalidText);
                break;
            case Choice choice when _reader.TokenType == JsonTokenType.String:
                if (!choice.Allowed.Contains(_reader.GetString()))
                    Wrong(ProblemKinds.ValueNotAllowed, string.Join(", ", choice.Allowed));
                break;
            case Scalar scalar when scalar.Accepts(_reader.TokenType):
                if (!scalar.Fits(ref _reader))
                    Wrong(ProblemKinds.InvalidValue);
                break;
            default:
                Wrong(ProblemKinds.WrongType, shape.JsonType);
                _reader.Skip();
                break;
        }
    }

    private void Object(Fields fields)
    {
        var seen = 0UL;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var index = IndexOf(fields);
            var known = index >= 0 && (seen & (1UL << index)) == 0;
            _path.Enter(index >= 0 ? fields.All[index].Name : JsonPath.Presentable(ref _reader));
            _reader.Read();
            if (known)
            {
                seen |= 1UL << index;
                Value(fields.All[index].Shape, fields.All[index].Nullable);
            }
            else
            {
                Wrong(index >= 0 ? ProblemKinds.DuplicateField : ProblemKinds.UnknownField);
                _reader.Skip();
            }

            _path.Leave();
        }

        Missing(fields, seen);
    }

    private void Missing(Fields fields, ulong seen)
    {
        for (var i = 0; i < fields.All.Count; i++)
        {
            if (!fields.All[i].Required || (seen & (1UL << i)) != 0)
                continue;
            _path.Enter(fields.All[i].Name);
            Wrong(ProblemKinds.MissingField);
            _path.Leave();
        }
    }

    private void Array(Items items)
    {
        for (var i = 0; _reader.Read() && _reader.TokenType != JsonTokenType.EndArray; i++)
        {
            _path.Enter(i);
            Value(items.Element, items.Nullable);
            _path.Leave();
        }
    }

    private readonly int IndexOf(Fields fields)
    {
        if (!_reader.IsText())
            return -1;
        for (var i = 0; i < fields.All.Count; i++)
        {
            if (_reader.ValueTextEquals(fields.All[i].Utf8Name))
                return i;
        }

        return -1;
    }

    private readonly void Wrong(ProblemKind kind, params object[] details) => _errors.Add(_path.ToString(), kind, details);
}
